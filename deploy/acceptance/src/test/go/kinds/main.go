// kinds reads an array of documents, and prints one of {index, message} for what the operators' own types cannot hold: fields that
// they do not have, values of another type. A document of a kind that is not one of theirs is not looked at.
package main

import (
	"encoding/json"
	"fmt"
	"os"

	barman "github.com/cloudnative-pg/barman-cloud/pkg/api"
	cnpg "github.com/cloudnative-pg/cloudnative-pg/api/v1"
	envoy "github.com/envoyproxy/gateway/api/v1alpha1"
	core "k8s.io/api/core/v1"
	meta "k8s.io/apimachinery/pkg/apis/meta/v1"
	strict "sigs.k8s.io/json"
)

// objectStore is of the plugin that keeps backups, which is no module that can be had: the frame is its documentation's, and what it
// holds is of the types that it is made of.
type objectStore struct {
	meta.TypeMeta   `json:",inline"`
	meta.ObjectMeta `json:"metadata"`
	Spec            struct {
		Configuration                barman.BarmanObjectStoreConfiguration `json:"configuration"`
		RetentionPolicy              string                                `json:"retentionPolicy"`
		InstanceSidecarConfiguration struct {
			Resources core.ResourceRequirements `json:"resources"`
		} `json:"instanceSidecarConfiguration"`
	} `json:"spec"`
}

type fault struct {
	Index   int    `json:"index"`
	Message string `json:"message"`
}

func typeOf(apiVersion, kind string) any {
	switch apiVersion + "/" + kind {
	case "postgresql.cnpg.io/v1/Cluster":
		return &cnpg.Cluster{}
	case "postgresql.cnpg.io/v1/ScheduledBackup":
		return &cnpg.ScheduledBackup{}
	case "barmancloud.cnpg.io/v1/ObjectStore":
		return &objectStore{}
	case "gateway.envoyproxy.io/v1alpha1/EnvoyProxy":
		return &envoy.EnvoyProxy{}
	case "gateway.envoyproxy.io/v1alpha1/ClientTrafficPolicy":
		return &envoy.ClientTrafficPolicy{}
	case "gateway.envoyproxy.io/v1alpha1/BackendTrafficPolicy":
		return &envoy.BackendTrafficPolicy{}
	case "gateway.envoyproxy.io/v1alpha1/SecurityPolicy":
		return &envoy.SecurityPolicy{}
	case "gateway.envoyproxy.io/v1alpha1/HTTPRouteFilter":
		return &envoy.HTTPRouteFilter{}
	}
	return nil
}

func main() {
	var documents []json.RawMessage
	if err := json.NewDecoder(os.Stdin).Decode(&documents); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	faults := []fault{}
	for index, document := range documents {
		var head struct {
			APIVersion string `json:"apiVersion"`
			Kind       string `json:"kind"`
		}
		if err := json.Unmarshal(document, &head); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		kind := typeOf(head.APIVersion, head.Kind)
		if kind == nil {
			continue
		}
		unknown, err := strict.UnmarshalStrict(document, kind)
		for _, each := range unknown {
			faults = append(faults, fault{index, each.Error()})
		}
		if err != nil {
			faults = append(faults, fault{index, err.Error()})
		}
	}
	_ = json.NewEncoder(os.Stdout).Encode(faults)
}
